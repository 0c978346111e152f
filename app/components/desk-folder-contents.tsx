interface FolderFile {
  path: string;
  holds: string;
  bytes: number;
  /** Of a letter, how it stands to what was published. */
  standing: string | null;
}

/** The files of an export, in the order of their names. */
export function FolderContents({ files }: { files: FolderFile[] }) {
  return (
    <section aria-labelledby="contents">
      <h2 id="contents">{files.length} files</h2>
      <ul className="ruled">
        {files.map(({ path, holds, bytes, standing }) => (
          <li key={path} className="desk-folder-file">
            <code>{path}</code>
            <span>
              {holds}
              {standing && <span className="quiet"> · {standing}</span>}
            </span>
            <span className="desk-folder-size">{sizeOf(bytes)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1_000 ? `${bytes} B` : `${(bytes / 1_000).toLocaleString("en", { maximumFractionDigits: 1 })} kB`;
}
