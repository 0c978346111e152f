import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Field, SelectField } from "#app/components/field.tsx";
import { MyForm } from "#app/components/my-form.tsx";
import { editOwn, requireEditable } from "#app/http/own-edit.server.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { listCountries } from "#app/signatures/countries.ts";
import { OwnPlaceForm } from "#app/signatures/own/own-forms.ts";

export const meta: MetaFunction = () => [{ title: "Where you live" }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const { token, signature: { id, country, postcode, campaign }, page } = await requireEditable(params);
  return { token, signature: { id, country, postcode }, campaign: { slug: campaign.slug }, page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return editOwn(request, params, OwnPlaceForm);
}

export default function OwnPlace() {
  const { token, signature: { id, country, postcode }, campaign } = useLoaderData<typeof loader>();
  const { errors, typed } = useActionData<typeof action>() ?? {};
  return (
    <MyForm title="Where you live" token={token} action={paths.myPlace(token, id)} campaign={campaign} verb="Save" errors={errors}>
      <SelectField name="country" label="Country" autoComplete="country" value={typed?.country ?? country} error={errors?.country}>
        {listCountries(INTERFACE_LANGUAGE).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <Field name="postcode" label="Postcode" isOptional autoComplete="postal-code" value={typed?.postcode ?? postcode ?? ""} error={errors?.postcode} />
    </MyForm>
  );
}
