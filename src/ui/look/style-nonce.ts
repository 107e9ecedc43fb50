/**
 * The server allows styles from its own origin, and those that carry the nonce of this very page. Vite writes the nonce into a meta
 * element, the server fills it anew for every page; libraries that add styles while running must be given it.
 */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// What the dialogs' scroll lock (react-style-singleton) reads.
Object.assign(globalThis, { __webpack_nonce__: styleNonce })

// The map library adds this very rule when it does not find it, but without a nonce.
const mapStyle = document.createElement('style')
mapStyle.id = '__________cytoscape_stylesheet'
mapStyle.nonce = styleNonce
mapStyle.textContent = '.__________cytoscape_container { position: relative; }'
document.head.prepend(mapStyle)
