import { Link } from "@remix-run/react";
import type { Numbers } from "#app/desk/numbers/numbers.server.ts";
import type { Provider } from "#app/desk/numbers/providers.ts";
import { rateOf, valueInWords } from "#app/desk/numbers/sums.ts";
import { paths } from "#app/http/paths.ts";
import { ChartDays } from "./chart-days.tsx";
import { ChartHours } from "./chart-hours.tsx";
import { ChartMail } from "./chart-mail.tsx";
import { ChartShares } from "./chart-shares.tsx";
import { momentInWords } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

/** With the names of countries as the house has them. */
type NamedNumbers = Omit<Numbers, "countries"> & { countries: (Numbers["countries"][number] & { name: string })[] };

interface DeskNumbersProps {
  slug: string;
  numbers: NamedNumbers;
  confirmed: number;
  goal: number;
}

/** Today against yesterday and the same weekday, and the last two weeks in charts. All days and hours are UTC. */
export function DeskNumbers({ slug, numbers, confirmed, goal }: DeskNumbersProps) {
  const { today, days, countedAt } = numbers;
  const asked = days.at(-1) ?? { created: 0, confirmed: 0 };
  const isEmpty = days.every(({ created }) => created === 0) && numbers.mailToSigners.length + numbers.mailToRetailers.length === 0;
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">Today</h2>
      <dl className="desk-figures">
        <Figure title="Confirmed today" count={today.confirmed.today}>
          {`${numberInWords(today.confirmed.yesterdayByNow)} by this time yesterday, ${numberInWords(today.confirmed.lastWeekByNow)} by this time last ${today.weekday}`}
        </Figure>
        <Figure title="Signed today" count={asked.created}>
          {`${numberInWords(asked.confirmed)} of them confirmed by now${asked.created > 0 ? `, ${rateOf(asked)} %` : ""}`}
        </Figure>
        <Figure title="Confirmed in all" count={confirmed}>{`the goal is ${numberInWords(goal)}`}</Figure>
      </dl>
      {isEmpty ? (
        <p>
          Nobody has signed in the last fourteen days. Once somebody does, their hour shows here within a minute.{" "}
          <Link to={paths.deskLinks(slug)}>Make links to share</Link>
        </p>
      ) : (
        <Charts slug={slug} numbers={numbers} />
      )}
      <p className="quiet">
        {countedAt ? `Charts as counted on ${momentInWords(countedAt)}.` : "Nothing has been counted yet."} Days and hours are UTC.
      </p>
    </section>
  );
}

function Charts({ slug, numbers }: Pick<DeskNumbersProps, "slug" | "numbers">) {
  const { today, days, sources, countries, providers, mailToSigners, mailToRetailers } = numbers;
  const ofDays = days.map(({ day }) => day);
  return (
    <>
      <ChartHours byHour={today.byHour} weekday={today.weekday} />
      <div className="charts">
        <ChartDays days={days} />
        {sources.length > 0 && (
          <ChartShares
            title="Sources"
            says="By which link signers came, in the last fourteen days: how many signed, and how many per cent confirmed."
            of="Source"
            rows={sources.map((share) => ({ ...share, name: valueInWords(share.value) }))}
          />
        )}
        {providers.length > 0 && (
          <ChartShares
            title="Mail providers"
            says="Whose mailboxes signers have, in the last fourteen days. A low rate means that our mail does not arrive there, or that the addresses are not real."
            of="Provider"
            rows={providers.map((provider) => ({ ...provider, name: valueInWords(provider.value), remark: remarkOn(provider) }))}
          />
        )}
        {countries.length > 0 && (
          <ChartShares
            title="Countries"
            says="Where signers say they live, in the last fourteen days."
            of="Country"
            rows={countries}
          />
        )}
        {mailToSigners.length > 0 && <ChartMail title="Mail to signers" days={ofDays} rows={mailToSigners} />}
        {mailToRetailers.length > 0 && <ChartMail title="Mail to retailers" days={ofDays} rows={mailToRetailers} />}
      </div>
      <p>
        <Link to={paths.deskLinks(slug)}>Make links to share</Link>, so that sources are told apart.
      </p>
    </>
  );
}

function remarkOn({ hasFallen, lately, before }: Provider) {
  return hasFallen ? `fell to ${lately} % since yesterday, ${before} % before` : undefined;
}

function Figure({ title, count, children }: { title: string; count: number; children: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <strong className="desk-figure number">{numberInWords(count)}</strong>
        <span className="quiet number">{children}</span>
      </dd>
    </div>
  );
}
