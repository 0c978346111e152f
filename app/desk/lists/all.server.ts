import type { ListDefinition } from "./definition.ts";
import { deliveriesList } from "./deliveries-list.server.ts";
import { logList } from "./log-list.server.ts";
import { messagesList } from "./messages-list.server.ts";
import { retailersList } from "./retailers-list.server.ts";
import { signaturesList } from "./signatures-list.server.ts";

/** Every list of the desk. What belongs to all of them (saved views, exports, selections) finds one here by its name. */
const LISTS: readonly ListDefinition[] = [signaturesList, messagesList, deliveriesList, retailersList, logList];

export function findList(name: string | undefined): ListDefinition | undefined {
  return LISTS.find((list) => list.name === name);
}
