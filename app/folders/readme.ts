/** Stands in every folder, the same in all. It is not read. */
export const README = `# A campaign of Countersign

This folder is one open-letter campaign as its organizers wrote it, so that it can be reviewed, compared and versioned like code.

| file | holds |
|---|---|
| \`campaign.json\` | name, address, goal, sender, privacy contact, how long data is kept, colours, times |
| \`letter.<language>.md\` | the letter as it is being written: settings between two lines of three hyphens, then Markdown |
| \`letter.<language>.sources.md\` | where its facts come from |
| \`demands/NN-<slug>.md\` | what is asked, in the order of the numbers; below the settings, why |
| \`message.liquid\` | the message that a signer's own begins as, a Liquid template |
| \`retailers.json\` | who is asked, in order, with the addresses of the shared directory |
| \`co-signers.json\` | the organisations that signed |
| \`framework.json\` | the standards that the demands rest on |
| \`closing.md\`, \`victory.md\` | what stands in the form's place once the campaign is closed, or won |
| \`posts/<slug>.md\` | its news |
| \`press.json\` | quotes with how they were permitted, contacts for the press, pictures |
| \`images/\` | the logo and the pictures of the press page, named in \`campaign.json\` and \`press.json\` |

A file that would be empty is not there. Other files are refused, but for this one, licences, and names that begin with a dot.

What is not here: signatures and anything else about signers, messages and mail, the team, what retailers answered and where they
stand, published versions, the log. They stay in the house where they happened.

\`\`\`
npm run campaign -- check FOLDER
npm run campaign -- import FOLDER --slug another-address --as organizer@example.org
npm run campaign -- export FOLDER --slug dear-retailers
\`\`\`

Imported, it is a draft in test mode: its letters and posts are drafts, and no mail leaves. Retailers and standards that the house knows
already stay as they are there.
`;
