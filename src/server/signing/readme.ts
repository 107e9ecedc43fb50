/** Travels in every bundle: how to check it without us. */
export const bundleReadme = `CONSILIUM: A SIGNED REPORT, AND ALL THAT IS NEEDED TO CHECK IT

report/report.pdf       the report, for reading
report/content.json     what both experts signed (RFC 8785 JSON); its SHA-256 is the content hash
report/report.md        the same text as Markdown
statements/             what each expert said by signing, exact bytes
signatures/             the envelope (DSSE) over each statement
case/snapshot.json      the case as it was reviewed
run/reviewed.json       the analysis as it was reviewed
knowledge.json          the knowledge release it rests on
manifest.json           every sealed part by name and SHA-256
seal.dsse.json          the server's signature (Ed25519, DSSE) over manifest.json
log.ndjson              the acts of the case; each entry names the hash of the one before
export.dsse.json        the server's signature over the end of the log and the files beside the manifest
public-key.json         the server's public key and its fingerprint

With the program, no server and no network:
    consilium verify bundle.zip --trust FINGERPRINT
0 valid, 1 invalid or a demonstration, 3 incomplete or signer not known to you.

Get the fingerprint from the institution itself, by another way than this file: whoever can write this file can also write a key into it.

By hand: the SHA-256 of each part must equal its line in manifest.json; the payload of seal.dsse.json is manifest.json in base64; its
signature is Ed25519 over "DSSEv1 LENGTH TYPE LENGTH PAYLOAD" (lengths in bytes, separated by single spaces).
`
