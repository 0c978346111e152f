import { TEMPLATE_WORDS } from "#app/messages/template-words.ts";

/** Every name that a template may use, with what it stands for and how it is written. */
export function TemplateWords() {
  return (
    <section className="desk-panel" aria-labelledby="template-words">
      <h2 id="template-words">What can be filled in</h2>
      <dl className="set-up-words">
        {TEMPLATE_WORDS.map(({ name, meaning, use }) => (
          <div key={name}>
            <dt>
              <code>{use}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
