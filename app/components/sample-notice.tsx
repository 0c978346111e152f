export function SampleNotice() {
  return (
    <aside className="sample-notice" aria-label="About this campaign">
      This is a sample. Its retailers, signers and answers are made up.
    </aside>
  );
}
