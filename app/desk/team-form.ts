import { z } from "zod";
import { ROLES } from "#app/organizers/roles.ts";
import { emailField, nameField } from "#app/signatures/sign-form.ts";

const role = z.enum(ROLES, "Choose a role.");

export const InvitationForm = z.object({ email: emailField, role });

/** `was` is the role that the form was shown with, so that nobody's change is written over unseen. */
export const RoleForm = z.object({ role, was: role });

/** An organizer who has a name already is not asked for one. */
export const AcceptanceForm = z.object({ name: nameField.optional() });
