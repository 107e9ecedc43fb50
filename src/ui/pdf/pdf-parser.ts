/** Where the bytes of a PDF are parsed: a worker of our own origin. The library answers the page by itself once it is imported. */
import 'pdfjs-dist/build/pdf.worker.min.mjs'
