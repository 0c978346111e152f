import { useMatches } from "@remix-run/react";
import { readPageSetting } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";

interface MastheadProps {
  /** The campaign whose pages these are; none on pages of the house. */
  campaign?: { slug: string } | undefined;
  current?: "letter" | "scoreboard";
}

/** The head of every public page; `main` carries `id="main"` for the skip link. */
export function Masthead({ campaign, current }: MastheadProps) {
  const { logo } = readPageSetting(useMatches());
  return (
    <header className="masthead">
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <div className="masthead-row">
        {campaign && logo && (
          <a className="masthead-logo" href={paths.letter(campaign.slug)}>
            <img src={paths.file(logo.hash)} alt={logo.name} />
          </a>
        )}
        <a className="wordmark" href={paths.home()}>
          Countersign
        </a>
        {campaign && (
          <nav aria-label="Campaign">
            <a href={paths.letter(campaign.slug)} aria-current={current === "letter" ? "page" : undefined}>
              Letter
            </a>
            <a href={paths.scoreboard(campaign.slug)} aria-current={current === "scoreboard" ? "page" : undefined}>
              Scoreboard
            </a>
          </nav>
        )}
      </div>
    </header>
  );
}
