interface FolderFaultsProps {
  faults: { file: string; line: number; message: string }[];
}

/** What a campaign's folder has wrong, each with its file and line. Nothing of it was stored. */
export function FolderFaults({ faults }: FolderFaultsProps) {
  return (
    <section className="error-summary" role="alert" aria-labelledby="folder-faults">
      <h2 id="folder-faults">{faults.length === 1 ? "One thing in the file to put right" : `${faults.length} things in the file to put right`}</h2>
      <ul>
        {faults.map(({ file, line, message }) => (
          <li key={`${file} ${line} ${message}`}>
            <code>
              {file}:{line}
            </code>{" "}
            {message}
          </li>
        ))}
      </ul>
      <p>Nothing was stored. Put it right, zip the folder anew, and send it again.</p>
    </section>
  );
}
