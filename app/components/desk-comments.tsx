import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { countryName } from "#app/signatures/countries.ts";
import { fieldId } from "./field.tsx";
import { Moment } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

type Review = "waiting" | "shown" | "declined";

interface DeskCommentsProps {
  slug: string;
  review: Review;
  comments: { id: string; name: string; country: string; comment: string; confirmedAt: Date | null; seen: string }[];
  waiting: number;
}

const TITLES: Record<Review, string> = { waiting: "To review", shown: "Shown", declined: "Not shown" };
const EMPTY: Record<Review, string> = {
  waiting: "Nothing to review. Comments of signers who chose to be shown come here once they are confirmed.",
  shown: "No comment is shown yet.",
  declined: "No comment was kept from the public.",
};
const DOES: Record<"shown" | "declined", { words: string; of: readonly Review[] }> = {
  shown: { words: "Show it", of: ["waiting", "declined"] },
  declined: { words: "Do not show it", of: ["waiting", "shown"] },
};

/** What signers wrote, each with its one or two buttons. The name stands under the letter in any case. */
export function DeskComments({ slug, review, comments, waiting }: DeskCommentsProps) {
  return (
    <>
      <p>
        A comment stands beside its signer’s name on the public list once somebody here has chosen to show it. Left alone, it is not shown; the signature
        counts either way.
      </p>
      <nav className="desk-comment-lists" aria-label="Comments by review">
        {(["waiting", "shown", "declined"] as const).map((each) => (
          <Link key={each} to={paths.deskComments(slug, each === "waiting" ? undefined : each)} aria-current={each === review ? "page" : undefined}>
            {TITLES[each]}
            {each === "waiting" && waiting > 0 && ` (${numberInWords(waiting)})`}
          </Link>
        ))}
      </nav>
      {comments.length === 0 && <p>{EMPTY[review]}</p>}
      {comments.length > 0 && (
        <ul className="ruled" id={fieldId("comments")} tabIndex={-1}>
          {comments.map(({ id, name, country, comment, confirmedAt, seen }) => (
            <li key={id} className="desk-review">
              <blockquote dir="auto">{comment}</blockquote>
              <p className="quiet">
                <bdi>{name}</bdi>, {countryName(country, "en")}
                {confirmedAt && (
                  <>
                    , <Moment at={confirmedAt} />
                  </>
                )}
              </p>
              <Form method="post" className="actions" preventScrollReset>
                <input type="hidden" name="signature" value={id} />
                <input type="hidden" name="seen" value={seen} />
                {(["shown", "declined"] as const)
                  .filter((choice) => DOES[choice].of.includes(review))
                  .map((choice) => (
                    <button key={choice} className="button button-quiet" name="review" value={choice}>
                      {DOES[choice].words}
                      <span className="unseen">: the comment of {name}</span>
                    </button>
                  ))}
              </Form>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
