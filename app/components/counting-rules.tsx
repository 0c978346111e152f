import type { PublicCount } from "#app/desk/counting/public-count.server.ts";
import { paths } from "#app/http/paths.ts";
import { Moment } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

interface CountingRulesProps {
  slug: string;
  night: PublicCount["night"];
  sharesAddresses: boolean;
}

/** How the number comes about, and why nobody types it. */
export function CountingRules({ slug, night, sharesAddresses }: CountingRulesProps) {
  return (
    <>
      <section aria-labelledby="rules">
        <h2 id="rules">How a signature comes to count</h2>
        <ol className="stack">
          <li>
            <strong>Its owner confirms it.</strong> We mail the address that was typed. Opening the mail’s link changes nothing, for mail
            scanners open every link; pressing the button, or typing the mail’s code, counts. Confirming twice is confirming once.
          </li>
          <li>
            <strong>One person, one signature.</strong> An address is compared as its provider reads it: capitals never make another person,
            nor do dots or a “+word” where the provider ignores them.{" "}
            {sharesAddresses ? "Two people who share an address may both sign, when their names differ." : "Two people who share an address count as one here."}
          </li>
          <li>
            <strong>Whatever looks wrong is looked at.</strong> Rules find bursts and traps after the form has answered, and a person decides. Until
            then it does not count.
          </li>
          <li>
            <strong>Leaving is leaving.</strong> A signature that is withdrawn or removed is out of the number within seconds.
          </li>
        </ol>
      </section>
      <section aria-labelledby="check">
        <h2 id="check">Who checks the number</h2>
        <p>
          Nobody types it, and organizers have no field for it: it is counted from the signatures. Each night all of them are counted anew, one by
          one, and compared with the number that was shown.
        </p>
        {night ? (
          <p>
            Last on <Moment at={night.endedAt} />: {numberInWords(night.counted)} counted. <strong>{night.found}.</strong>
          </p>
        ) : (
          <p>The first such night has not come yet.</p>
        )}
        <p>
          You need not take our word for it: each signature that counts is entered in a <a href={paths.register(slug)}>public register</a>, signed each
          day, and whoever signed can <a href={paths.verify(slug)}>check that theirs is in it</a>.
        </p>
      </section>
    </>
  );
}
