import { createContext } from "react";

/** Under which the log holds what went wrong with this page; empty when nothing did, and in the browser. */
export const ReferenceContext = createContext("");
