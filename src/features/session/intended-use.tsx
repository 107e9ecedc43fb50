/** Shown at sign-in, in every report, and part of what is signed (design: intended use). The words are fixed. */
export function IntendedUse() {
  return (
    <section aria-label="Intended use" className="intended-use">
      <h2 className="lab">Intended use</h2>
      <p className="read">
        Consilium helps qualified experts review tumour sequencing. It is not a medical device cleared for diagnosis or treatment decisions. Its
        ranking is a hypothesis drawn from published evidence; the opinion is that of the two experts who signed. Clinical use is the
        responsibility of the institution that runs it.
      </p>
    </section>
  )
}
