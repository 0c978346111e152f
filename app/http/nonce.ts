import { createContext } from "react";

/** The page's own nonce, for the scripts that Remix writes into the desk; empty in the browser and on public pages. */
export const NonceContext = createContext("");
