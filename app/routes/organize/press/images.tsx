import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskPressFrame } from "#app/components/desk-press-frame.tsx";
import { DeskPressList } from "#app/components/desk-press-list.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { checkFields, readFieldsAndFile, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { addImage } from "#app/press/change.server.ts";
import { PressImageForm } from "#app/press/press-form.ts";
import { listImages } from "#app/press/read.server.ts";
import { changeRow } from "./change-row.server.ts";

export const meta: MetaFunction = () => [{ title: "Pictures for the press · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { id, slug, name, isSample } = campaign;
  return { campaign: { slug, name }, images: await listImages(id), newId: v7(), page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const desk = { campaignId: campaign.id, by: organizer.id };
  const { fields, file } = await readFieldsAndFile(request, "picture");
  if (await changeRow(fields, { ...desk, kind: "images" })) return redirect(paths.deskPressImages(campaign.slug), 303);
  const form = checkFields(fields, PressImageForm);
  if (!form.ok) return refill(form);
  const { id, ...values } = form.values;
  const added = await addImage(desk, id, { ...values, content: file ?? new Uint8Array() });
  if (added.outcome === "refused") return refill({ errors: { picture: added.reason }, typed: form.typed });
  return redirect(paths.deskPressImages(campaign.slug), 303);
}

export default function Images() {
  const { campaign, images, newId } = useLoaderData<typeof loader>();
  const { errors = {}, typed = {} } = useActionData<typeof action>() ?? {};
  const words = (name: string) => ({ name, error: errors[name], value: typed[name] });
  const id = typed["id"] ?? newId;
  return (
    <DeskPressFrame campaign={campaign} title="Pictures">
      <DeskPressList rows={images} nameOf={({ alt }) => alt} empty="No picture yet.">
        {({ hash, alt, credit, width, height }) => (
          <div className="desk-press-picture">
            <img src={paths.file(hash)} alt={alt} width={width} height={height} />
            <p>
              {alt}
              <br />
              <span className="quiet">{credit}</span>
            </p>
          </div>
        )}
      </DeskPressList>
      <Form key={id} method="post" encType="multipart/form-data" className="fields desk-form desk-panel" noValidate>
        <h2>Add a picture</h2>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="id" value={id} />
        <Field name="picture" error={errors["picture"]} label="Picture" type="file" accept="image/png,image/jpeg,image/webp" hint="PNG, JPEG or WebP, at most 2 MB. Everybody can download it. Where and when it was taken is left out." />
        <Field {...words("alt")} label="What it shows" dir="auto" />
        <Field {...words("credit")} label="Who made it, and on what terms" dir="auto" />
        <DeskButton busy="Sending…">Add the picture</DeskButton>
      </Form>
    </DeskPressFrame>
  );
}
