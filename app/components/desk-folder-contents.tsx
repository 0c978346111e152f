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
    <table className="desk-table desk-table-stacking desk-folder">
      <caption className="quiet">{files.length} files</caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">What it holds</th>
          <th scope="col" className="desk-number">Size</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ path, holds, bytes, standing }) => (
          <tr key={path}>
            <th scope="row">
              <code>{path}</code>
            </th>
            <td data-label="What it holds">
              {holds}
              {standing && <span className="quiet"> · {standing}</span>}
            </td>
            <td className="desk-number" data-label="Size">
              {sizeOf(bytes)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1_000 ? `${bytes} B` : `${(bytes / 1_000).toLocaleString("en", { maximumFractionDigits: 1 })} kB`;
}
