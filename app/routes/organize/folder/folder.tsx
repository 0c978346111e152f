import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { FolderContents } from "#app/components/desk-folder-contents.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { listContents } from "#app/folders/contents.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

export const meta: MetaFunction = () => [{ title: "Folder · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "export");
  const { slug, name, isSample } = campaign;
  return { campaign: { slug, name }, files: await listContents(campaign.id), page: { language: "en", isSample } };
}

export default function Folder() {
  const { campaign, files } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading title="The campaign as a folder" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]} />
      <p className="desk-form">
        Everything that you set up here, as Markdown and JSON: to be reviewed line by line, kept under version control, or taken to
        another house. It holds what you edit now, published or not.
      </p>
      {/* The document itself answers with a file, so the browser sends this form and not Remix. */}
      <Form method="post" action={paths.deskFolderZip(campaign.slug)} reloadDocument>
        <button className="button">Download {campaign.slug}.zip</button>
      </Form>
      <FolderContents files={files} />
      <section aria-labelledby="not-in-it" className="desk-form">
        <h2 id="not-in-it">What is not in it</h2>
        <p>
          Signatures and anything else about signers, messages and mail, the team, what retailers answered and where they stand, published
          versions, the log. They stay here.
        </p>
        <p>
          Before you put the folder where everybody can read it, look through <code>retailers.json</code> and, where there is
          one, <code>press.json</code>: they hold addresses, and how speakers agreed to be quoted.
        </p>
      </section>
      <CommandLine slug={campaign.slug} />
    </>
  );
}

function CommandLine({ slug }: { slug: string }) {
  return (
    <section aria-labelledby="command-line" className="desk-form">
      <h2 id="command-line">Without the desk</h2>
      <p>
        On the machine that runs Countersign, the same is a command. A check names every fault by file and line, and needs no database.
      </p>
      <pre className="desk-commands" tabIndex={0} aria-label="Commands">
        {["export", "check", "import"].map((verb) => `npm run campaign -- ${verb} ${slug}${OPTIONS[verb] ?? ""}\n`.replace("SLUG", slug))}
      </pre>
      <p>Imported, it is a draft in test mode. Retailers that the directory knows already stay as they are there.</p>
    </section>
  );
}

const OPTIONS: Record<string, string> = { export: " --slug SLUG", import: " --slug another-address" };
