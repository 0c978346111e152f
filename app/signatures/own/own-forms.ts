import { z } from "zod";
import { commentField, checkboxField, countryField, nameField, postcodeField } from "../sign-form.ts";

/** The forms of the own page, by the names of their fields; with the sign form's words and bounds. */
export const OwnNameForm = z
  .object({ name: nameField, show_name: checkboxField })
  .transform(({ name, show_name }) => ({ name, isNameShown: show_name }));

export const OwnCommentForm = z.object({ comment: commentField.default(null) });

export const OwnPlaceForm = z.object({ country: countryField, postcode: postcodeField.default(null) });

/** What of a signature its owner may change; each form changes its own part. */
export type OwnChange = z.infer<typeof OwnNameForm> | z.infer<typeof OwnCommentForm> | z.infer<typeof OwnPlaceForm>;
