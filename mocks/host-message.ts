/** What passes between the page and the worker that is the demonstration's server: whole requests and whole answers. */
export type AskHost = { id: number; method: string; url: string; headers: [string, string][]; body: ArrayBuffer | null }
export type HostAnswer = { id: number; status: number; headers: [string, string][]; body: ArrayBuffer } | { id: number; defect: string } | HostStart

/** How the start goes on: cases prepared so far (`elsewhere`: another tab prepares them), then ready, or failed for good. */
export type HostStart = { preparing: Preparation } | { ready: true } | { failed: string }
export type Preparation = { done: number; of: number; elsewhere: boolean }
