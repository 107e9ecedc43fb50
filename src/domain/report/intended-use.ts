/** Shown at sign-in and in every report, and part of what is signed. A changed word is a changed content hash. */
export const intendedUse =
  'Consilium helps qualified experts to review tumour sequencing. It has not been cleared as a medical device for diagnosis or for decisions on treatment. ' +
  'Its ranking is a hypothesis drawn from published evidence; the opinion is that of the two experts who signed. ' +
  'Clinical use is the responsibility of the institution that runs it.'
