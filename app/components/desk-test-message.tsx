import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";

interface TestMessageProps {
  message: { retailer: string; subject: string; body: string; signer: string; country: string } | undefined;
  /** Else it shows what was typed and is not saved yet. */
  isSaved: boolean;
  children: ReactNode;
}

/** A message as a signer would find it, and the way to get it into one's own mailbox. */
export function TestMessage({ message, isSaved, children }: TestMessageProps) {
  const [search] = useSearchParams();
  if (!message) return <p className="notice">Add a retailer, and the message is shown here as it would be printed for it.</p>;
  return (
    <section aria-labelledby="test-message">
      <h2 id="test-message">
        {isSaved ? "As saved" : "As typed, not saved yet"}: to {message.retailer}
      </h2>
      <p className="quiet">
        As a signer named {message.signer} ({message.country}) would send it, with a sentence of her own.
      </p>
      {search.has("sent") && (
        <p className="notice" role="status">
          A test is on its way to your own address, marked as one.
        </p>
      )}
      <div className="desk-letter">
        <p>
          <strong>{message.subject}</strong>
        </p>
        <p className="message-text">{message.body}</p>
      </div>
      {isSaved && children}
    </section>
  );
}
