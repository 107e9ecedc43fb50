import { chromium, type Browser, type Page } from 'playwright-core'
import { chromiumPath } from '#tests/support/requirements.ts'
import type { Product } from './product.ts'
import { recordTraffic, type Traffic } from './traffic.ts'

/** One person in a browser context of their own: nothing is shared with another but the server. */
export type Visitor = {
  page: Page
  traffic: Traffic
  /** What the page complained about since the last time this was asked: console errors, uncaught errors, violations of the policy. */
  complaints: () => string[]
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'] })

export async function visit(browser: Browser, product: Product, path = '/'): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: product.url, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  const traffic = recordTraffic(context)
  let said: string[] = []
  await context.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.effectiveDirective} refused ${event.blockedURI}`)))
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('console', (message) => { if (message.type() === 'error') said.push(`${page.url()}: ${message.text()}`) })
  page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`))
  await page.goto(path)
  return { page, traffic, complaints: () => { const all = said; said = []; return all } }
}

/** Email and password at the door, as printed by the product. */
export async function signIn({ page }: Visitor, product: Product, who: string): Promise<void> {
  await page.getByLabel('Email').fill(`${who}@consilium.example`)
  await page.getByRole('textbox', { name: 'Password' }).fill(product.passwords.get(who) ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: /, menu$/ }).waitFor()
}

export async function enter(browser: Browser, product: Product, who: string): Promise<Visitor> {
  const visitor = await visit(browser, product)
  await signIn(visitor, product, who)
  await visitor.page.getByRole('button', { name: 'Start oldest due' }).waitFor()
  return visitor
}

/** One of a few, in a group of that name. */
export const choose = (page: Page, group: string | RegExp, option: string) => page.getByRole('group', { name: group, exact: typeof group === 'string' }).getByRole('button', { name: option, exact: true }).click()

/** A place of the case, by its link in the rail. */
export const goTo = (page: Page, place: string) => page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name: new RegExp(`^${place}`) }).click()

/** Reloads once all answers under way have been read: a page that leaves takes them along. */
export async function reload({ page, traffic }: Visitor): Promise<void> {
  await page.waitForLoadState('networkidle')
  await traffic.since()
  await page.reload()
  await page.waitForLoadState('networkidle')
}
