import type { Refill } from "#app/http/form.ts";
import { paths } from "#app/http/paths.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { TextField } from "./field.tsx";
import { MessageFields, type MessageFieldsProps } from "./message-fields.tsx";
import { ReplyChoice } from "./reply-choice.tsx";

interface WriteFormProps {
  slug: string;
  messages: MessageFieldsProps["message"][];
  email: string;
  hasReplyDomain: boolean;
  refill?: Refill | undefined;
  /** The signer's own words have just been put into the messages. */
  isWoven: boolean;
}

/** One's own words once, then each retailer's message, then how they go. */
export function WriteForm({ slug, messages, email, hasReplyDomain, refill, isWoven }: WriteFormProps) {
  const { errors = {}, typed = {} } = refill ?? {};
  const waiting = messages.filter(({ hasLeft }) => !hasLeft);
  const to = messages.map((message) => message.slug);
  return (
    <form className="fields write-form" method="post" action={paths.writeDemands(slug, to)} noValidate>
      <ErrorSummary errors={errors} />
      {isWoven && (
        <p className="notice">
          Your words are in the messages now, except where you had edited the text yourself. Look them over, then send.
        </p>
      )}
      <div className="own-words">
        <TextField
          name="own_words"
          label="Why does this matter to you?"
          isOptional
          rows={3}
          dir="auto"
          hint="A product you own, a child who uses it, something that went wrong. We put it into each message."
          error={errors.own_words}
          value={typed.own_words}
        />
        <input type="hidden" name="woven" value={typed.woven ?? ""} />
        <p>
          <button className="button button-quiet" type="submit">
            Put my words into the messages
          </button>
        </p>
      </div>
      {messages.map((message) => (
        <MessageFields key={message.slug} message={message} errors={errors} typed={typed} openings={paths.openings(slug)} />
      ))}
      {waiting.length > 0 && <ReplyChoice email={email} hasReplyDomain={hasReplyDomain} error={errors.reply_route} typed={typed.reply_route} />}
      {waiting.length > 0 && (
        <p>
          <button className="button" type="submit">
            {waiting.length === 1 ? "Send it through Countersign" : `Send all ${waiting.length} through Countersign`}
          </button>
        </p>
      )}
    </form>
  );
}
