import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TextField } from "#app/components/field.tsx";
import { MyForm } from "#app/components/my-form.tsx";
import { editOwn, requireEditable } from "#app/http/own-edit.server.ts";
import { paths } from "#app/http/paths.ts";
import { OwnCommentForm } from "#app/signatures/own/own-forms.ts";

export const meta: MetaFunction = () => [{ title: "Your comment" }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const { token, signature: { id, comment, campaign }, page } = await requireEditable(params);
  return { token, signature: { id, comment }, campaign: { slug: campaign.slug }, page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return editOwn(request, params, OwnCommentForm);
}

export default function OwnComment() {
  const { token, signature: { id, comment }, campaign } = useLoaderData<typeof loader>();
  const { errors, typed } = useActionData<typeof action>() ?? {};
  return (
    <MyForm title="Your comment" token={token} action={paths.myComment(token, id)} campaign={campaign} verb="Save" errors={errors}>
      <TextField
        name="comment"
        label="Why you signed"
        isOptional
        rows={6}
        dir="auto"
        hint="Empty, it is removed. Nothing is published before the campaign’s organizers have reviewed it, and changed words are reviewed anew."
        value={typed?.comment ?? comment ?? ""}
        error={errors?.comment}
      />
    </MyForm>
  );
}
