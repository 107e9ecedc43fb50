import './markdown.css'
import ReactMarkdown, { type Components } from 'react-markdown'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'

// Stricter than the usual schema: an image would tell a foreign host that this text is being read, another protocol would leave the browser.
const schema: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(name => !['img', 'picture', 'source'].includes(name)),
  protocols: { ...defaultSchema.protocols, href: ['http', 'https'] },
}

const isWebLink = (url: string) => url.startsWith('https://') || url.startsWith('http://')

const components: Components = {
  a: ({ href, children }) => (href ? <a href={href} target="_blank" rel="noreferrer noopener nofollow">{children}</a> : <span>{children}</span>),
}

/** The parser itself; sanitising runs last, so that nothing can put back what it took out. */
export function MarkdownText({ source }: { source: string }) {
  return (
    <div className="prose">
      <ReactMarkdown skipHtml remarkPlugins={[remarkGfm]} rehypePlugins={[[rehypeSanitize, schema]]} urlTransform={url => (isWebLink(url) ? url : '')} components={components}>{source}</ReactMarkdown>
    </div>
  )
}
