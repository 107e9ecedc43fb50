/** An address that names nothing. */
export function Missing() {
  return (
    <main className="app-alone">
      <h1 className="screen-title">There is no such place</h1>
      <p className="q">The address names no screen of Consilium. Nothing was changed.</p>
      <p><a href="/">To the worklist</a></p>
    </main>
  )
}
