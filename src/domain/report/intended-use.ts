/** Shown at sign-in and in every report, and part of what is signed: the same words everywhere. A changed word is a changed content hash. */
export const intendedUse =
  'Consilium helps qualified experts review tumour sequencing. It is not a medical device cleared for diagnosis or treatment decisions. ' +
  'Its ranking is a hypothesis drawn from published evidence; the opinion is that of the two experts who signed. ' +
  'Clinical use is the responsibility of the institution that runs it.'
