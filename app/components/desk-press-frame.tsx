import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";
import { DeskHeading } from "./desk-heading.tsx";

interface DeskPressFrameProps {
  campaign: { slug: string; name: string };
  title: string;
  children: ReactNode;
}

/** The way up from one part of the press page. */
export function DeskPressFrame({ campaign, title, children }: DeskPressFrameProps) {
  const above = [
    { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
    { title: "Press page", path: paths.deskPress(campaign.slug) },
  ];
  return (
    <>
      <DeskHeading title={title} above={above} />
      {children}
    </>
  );
}
