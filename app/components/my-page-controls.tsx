import { paths } from "#app/http/paths.ts";
import { Day } from "./day.tsx";

interface MyPageControlsProps {
  token: string;
  expiresAt: Date;
  hasSeveral: boolean;
}

/** What concerns the address as a whole: the file of everything, the links, and the end of it all. */
export function MyPageControls({ token, expiresAt, hasSeveral }: MyPageControlsProps) {
  return (
    <section className="my-controls">
      <h2>All of it</h2>
      <p>
        <a href={paths.myDownload(token)} download>
          Download everything that is held
        </a>{" "}
        as one file (JSON).
      </p>
      <h3>This link</h3>
      <p>
        Whoever has it, or can read your mail, sees this page and can change it. It works until <Day on={expiresAt} />.
        If it fell into other hands, end it: every link ends, and a new one goes to your inbox.
      </p>
      <form method="post" action={paths.myLinks(token)}>
        <button className="button button-quiet" type="submit">
          End all links to this page
        </button>
      </form>
      {hasSeveral && (
        <>
          <h3>Erase everything</h3>
          <p>
            <a href={paths.myErasure(token)}>Erase all signatures from this address</a>
          </p>
        </>
      )}
    </section>
  );
}
