import type { Graph } from "#app/desk/counting/graph.server.ts";
import { paths } from "#app/http/paths.ts";

/** The graph over the whole campaign, or its last two days hour by hour. */
export function GraphChoices({ slug, graph: { unit } }: { slug: string; graph: Pick<Graph, "unit"> }) {
  const isHours = unit === "hour";
  return (
    <nav className="graph-choices" aria-label="Graph">
      <a href={paths.counting(slug, "day")} aria-current={isHours ? undefined : "true"}>
        The whole campaign
      </a>
      <a href={paths.counting(slug, "hour")} aria-current={isHours ? "true" : undefined}>
        The last two days, by the hour
      </a>
    </nav>
  );
}
