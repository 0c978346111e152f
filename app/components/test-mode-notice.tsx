export function TestModeNotice() {
  return (
    <p className="notice">
      This campaign is being tested: your messages wait, and a copy goes to its organizers. They leave for the retailers on
      the day the campaign goes live.
    </p>
  );
}
