/** The copy of an application on paper: what was answered, word for word, with the fingerprint of each file. Typst. */
export const COPY_TEMPLATE = `#let d = json(bytes(sys.inputs.data))
#set document(title: d.title)
#set page(paper: "a4", margin: (x: 2.2cm, y: 2.2cm), numbering: "1 / 1", header: text(8pt, fill: luma(90))[#d.number #h(1fr) #d.state])
#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh", region: "cn", fallback: false)
#set par(justify: true, leading: 0.85em, spacing: 0.85em)
#set table(stroke: 0.5pt + luma(150), inset: 5pt)
#show heading: set text(font: "Noto Sans SC", weight: "bold")
#show heading.where(level: 1): set text(size: 13pt)
#show heading.where(level: 2): set text(size: 10.5pt)
#align(center, text(font: "Noto Sans SC", weight: "bold", size: 17pt, d.title))
#v(0.4em)
#table(columns: (auto, 1fr), stroke: none, inset: 3pt, ..d.facts.map(((name, value)) => (text(fill: luma(90), name), value)).flatten())
#for section in d.sections [
  = #section.title
  #for answer in section.answers [
    == #answer.title
    #if answer.lines.len() == 0 and answer.rows.len() == 0 and answer.files.len() == 0 [#text(fill: luma(110))[（未填写）]]
    #for line in answer.lines [#line #parbreak()]
    #if answer.rows.len() > 0 [
      #set text(size: 9pt)
      #set par(justify: false)
      #table(columns: answer.head.len(), table.header(..answer.head.map(h => strong(h))), ..answer.rows.flatten())
    ]
    #for file in answer.files [
      #file.name（#file.size，#file.scan）#linebreak()
      #text(size: 7.5pt, fill: luma(90))[SHA-256 #file.sha256] #parbreak()
    ]
  ]
]
#v(1em)
#line(length: 100%, stroke: 0.5pt + luma(150))
#text(size: 8.5pt, fill: luma(70), d.closing)
#if d.signing.len() > 0 [
  #pagebreak(weak: true)
  = 签章页
  #text(fill: luma(90))[“#d.title” · #d.number · #d.state]
  #for part in d.signing [
    #block(breakable: false, width: 100%, stroke: 0.5pt + luma(150), inset: 9pt)[
      #text(font: "Noto Sans SC", weight: "bold", part.title)
      #if part.says != "" [#parbreak() #text(size: 9.5pt, part.says)]
      #if part.online != "" [#parbreak() #text(size: 9.5pt, part.online)] else [
        #v(3.2em)
        #grid(columns: part.lines.map(_ => 1fr) + (auto,), row-gutter: 1em, ..part.lines.map(line => [#line：]), [#h(3em)年#h(2em)月#h(2em)日])
        #v(0.4em)
      ]
    ]
  ]
]
`;
