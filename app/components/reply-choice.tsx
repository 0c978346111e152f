import { Choice, fieldId } from "./field.tsx";

interface ReplyChoiceProps {
  email: string;
  /** Without one there is no address of ours that an answer could come to. */
  hasReplyDomain: boolean;
  error?: string | undefined;
  typed?: string | undefined;
}

/** Where a retailer's answer goes, and who sees which address. */
export function ReplyChoice({ email, hasReplyDomain, error, typed }: ReplyChoiceProps) {
  if (!hasReplyDomain) {
    return (
      <p className="notice">
        <input type="hidden" name="reply_route" value="signer" />
        Messages leave from our address. An answer comes straight to you: the retailer sees <bdi>{email}</bdi> as the address to
        reply to.
      </p>
    );
  }
  return (
    <fieldset id={fieldId("reply_route")} aria-describedby={error ? `${fieldId("reply_route")}-error` : undefined}>
      <legend className="field-legend">Where should an answer go?</legend>
      {error && (
        <p className="field-error" id={`${fieldId("reply_route")}-error`}>
          {error}
        </p>
      )}
      <Choice
        name="reply_route"
        id={fieldId("reply-to-campaign")}
        type="radio"
        value="campaign"
        defaultChecked={typed !== "signer"}
        label="To the campaign"
        hint="The address is ours; your own stays unseen."
      />
      <Choice
        name="reply_route"
        id={fieldId("reply-to-signer")}
        type="radio"
        value="signer"
        defaultChecked={typed === "signer"}
        label="Straight to me"
        hint={`The retailer sees ${email}.`}
      />
    </fieldset>
  );
}
