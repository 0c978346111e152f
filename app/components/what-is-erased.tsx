/** What goes and what stays, in plain words, before somebody erases. */
export function WhatIsErased({ isWaiting = false }: { isWaiting?: boolean }) {
  if (isWaiting) return <p className="lead">The request is deleted with all that was typed: name, address, comment and messages. Nothing of it stays.</p>;
  return (
    <>
      <p className="lead">The signature no longer counts: without a name and an address nobody could show that it was made. This cannot be undone.</p>
      <h2>What goes, at once</h2>
      <ul>
        <li>the name, the e-mail address, the postcode and the comment</li>
        <li>the consents, the links to this page, and the browsers that are signed in</li>
        <li>the words of every message; messages that have not left are cancelled</li>
      </ul>
      <h2>What stays</h2>
      <ul>
        <li>that somebody in this country signed, and took it back: a number among numbers</li>
        <li>that a message was sent to a retailer, without its words. What a retailer has received cannot be called back</li>
      </ul>
    </>
  );
}
