import { paths } from "#app/http/paths.ts";
import { spokenIn } from "#app/letters/languages.ts";

interface Quote {
  quote: string;
  speaker: string;
  role: string;
}

/** Words that may be printed, each with whose they are. */
export function PressQuotes({ quotes, language }: { quotes: Quote[]; language: string }) {
  if (quotes.length === 0) return null;
  return (
    <section className="press-section" aria-labelledby="quotes">
      <h2 id="quotes">To quote</h2>
      <div className="press-quotes">
        {quotes.map(({ quote, speaker, role }) => (
          <figure key={`${speaker} ${quote}`}>
            <blockquote {...spokenIn(language)}>
              <p>{quote}</p>
            </blockquote>
            <figcaption>
              <strong>
                <bdi>{speaker}</bdi>
              </strong>
              , <bdi>{role}</bdi>
            </figcaption>
          </figure>
        ))}
      </div>
      <p className="quiet press-leave">The speakers have agreed to be quoted with these words.</p>
    </section>
  );
}

interface Image {
  hash: string;
  alt: string;
  credit: string;
  mediaType: string;
  width: number;
  height: number;
}

/** Pictures to print, each with its credit and the file itself. */
export function PressImages({ images, slug }: { images: Image[]; slug: string }) {
  if (images.length === 0) return null;
  return (
    <section className="press-section" aria-labelledby="pictures">
      <h2 id="pictures">Pictures</h2>
      <div className="press-images">
        {images.map(({ hash, alt, credit, mediaType, width, height }, place) => (
          <figure key={hash}>
            <img src={paths.file(hash)} alt={alt} width={width} height={height} loading="lazy" />
            <figcaption>
              <span>{credit}</span>
              <a href={paths.file(hash)} download={fileName(slug, place, mediaType)}>
                Download{" "}
                <span className="quiet number">
                  {typeName(mediaType)}, {width} × {height}
                </span>
                <span className="unseen"> picture {place + 1}</span>
              </a>
            </figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}

function typeName(mediaType: string) {
  return mediaType.replace("image/", "").toUpperCase();
}

/** A name that tells on a stranger's disk what it is. */
function fileName(slug: string, place: number, mediaType: string) {
  const extension = mediaType === "image/jpeg" ? "jpg" : mediaType.replace("image/", "");
  return `${slug}-${place + 1}.${extension}`;
}

interface Contact {
  name: string;
  role: string;
  email: string;
  phone: string;
}

/** Whom a journalist asks. */
export function PressContacts({ contacts }: { contacts: Contact[] }) {
  if (contacts.length === 0) return null;
  return (
    <ul className="press-contacts" aria-label="Press contacts">
      {contacts.map(({ name, role, email, phone }) => (
        <li key={`${name} ${email}`}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <span>
            <bdi>{role}</bdi>
          </span>
          <a href={`mailto:${email}`}>{email}</a>
          {phone && <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>}
        </li>
      ))}
    </ul>
  );
}
