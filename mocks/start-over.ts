import { demonstrationNames } from './demonstration-names.ts'

const key = 'consilium-demonstration-start-over'
const { cases, seat, keys } = demonstrationNames

/** Loads the page anew and begins from nothing: the reload first ends this tab's worker, which holds the databases open. */
export function startOver(): void {
  sessionStorage.setItem(key, 'asked')
  location.assign('/')
}

/** Deletes what the demonstration keeps in this browser, when the load before asked for it. */
export async function deleteWhenAsked(): Promise<void> {
  if (sessionStorage.getItem(key) === null) return
  await Promise.all([cases, seat, keys].map(deleteDatabase))
  sessionStorage.removeItem(key)
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name)
    asked.onsuccess = () => resolve()
    asked.onerror = () => reject(new Error('the browser did not delete what the last demonstration left'))
    asked.onblocked = () => reject(new Error('another tab still has the demonstration open; close it first'))
  })
}
