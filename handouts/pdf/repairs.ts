import type { PDFDict } from '@cantoo/pdf-lib'
import { PDFArray, PDFRef, PDFString } from '@cantoo/pdf-lib'

import { arrayAt, dictAt, key, nameAt, textOf } from './objects'
import type { Structure } from './structure'
import { isElement, kidsOf, setKids } from './structure'

/** ISO 32000-1, 14.8.4. Chromium writes types of PDF 2.0 as well. */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI ' +
    'Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot ' +
    'Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
)
const ROLES: Record<string, string> = {
  Em: 'Span',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
  FENote: 'Note',
  Aside: 'Div',
  DocumentFragment: 'Sect',
}

export function repairStructure(structure: Structure): void {
  mapRoles(structure)
  wrapListBodies(structure)
  demoteFigures(structure)
  renumberIds(structure)
}

/** Every type that PDF 1.7 does not know is mapped to one that it does (ISO 14289-1, 7.1). */
function mapRoles({ root, elements }: Structure): void {
  const roles = dictAt(root, 'RoleMap') ?? root.context.obj({})
  for (const element of elements.values()) {
    const type = nameAt(element, 'S')!
    if (!STANDARD.has(type) && !roles.has(key(type))) roles.set(key(type), key(ROLES[type] ?? 'NonStruct'))
  }
  if (roles.keys().length > 0) root.set(key('RoleMap'), roles)
}

/** A list item holds a label and a body only (14.8.4.3.3); Chromium puts the body's parts beside the label. */
function wrapListBodies({ elements, parents, doc: { context } }: Structure): void {
  const bodies = new Map<PDFRef, PDFRef>()
  for (const [item, element] of elements) {
    if (nameAt(element, 'S') !== 'LI') continue
    const elementOf = (kid: unknown) => (kid instanceof PDFRef ? elements.get(kid) : undefined)
    const outside = kidsOf(element).filter(kid => !['Lbl', 'LBody'].includes(nameAt(elementOf(kid), 'S') ?? ''))
    if (outside.length === 0) continue
    const body = context.obj({ Type: 'StructElem', S: 'LBody', P: item }) as PDFDict
    if (element.has(key('Pg'))) body.set(key('Pg'), element.get(key('Pg'))!)
    setKids(body, outside)
    const ref = context.register(body)
    outside.forEach(kid => elementOf(kid)?.set(key('P'), ref))
    setKids(element, [...kidsOf(element).filter(kid => !outside.includes(kid)), ref])
    bodies.set(item, ref)
  }
  // What an item itself owned on a page is its body's now.
  for (const [number, value] of parents) {
    const owners = value instanceof PDFRef ? context.lookup(value) : value
    if (owners instanceof PDFArray)
      owners
        .asArray()
        .forEach((owner, at) => owner instanceof PDFRef && bodies.has(owner) && owners.set(at, bodies.get(owner)!))
    else if (value instanceof PDFRef && bodies.has(value)) parents.set(number, bodies.get(value)!)
  }
}

/** `<figure>` becomes a Figure without a text alternative, around the one of its image that has it. */
function demoteFigures({ elements }: Structure): void {
  for (const element of elements.values()) {
    const holdsElements = kidsOf(element).some(kid => kid instanceof PDFRef && isElement(elements.get(kid)))
    if (
      nameAt(element, 'S') === 'Figure' &&
      holdsElements &&
      !element.has(key('Alt')) &&
      !element.has(key('ActualText'))
    )
      element.set(key('S'), key('Div'))
  }
}

/**
 * Ids of cells come from a counter that the browser keeps running between prints: count anew, so that the bytes repeat.
 */
function renumberIds({ root, elements, doc: { context } }: Structure): void {
  const ids = new Map<string, PDFString>()
  const named: [PDFString, PDFRef][] = []
  for (const [ref, element] of elements) {
    const id = textOf(element.lookup(key('ID')))
    if (id === undefined) continue
    const renamed = PDFString.of(`cell-${String(ids.size + 1).padStart(6, '0')}`)
    ids.set(id, renamed)
    named.push([renamed, ref])
    element.set(key('ID'), renamed)
  }
  for (const element of elements.values()) {
    for (const attributes of attributesOf(element)) {
      const headers = arrayAt(attributes, 'Headers')
      headers?.asArray().forEach((header, at) => headers.set(at, ids.get(textOf(header) ?? '') ?? header))
    }
  }
  if (named.length > 0) root.set(key('IDTree'), context.register(context.obj({ Names: named.flat() })))
}

function attributesOf(element: PDFDict): PDFDict[] {
  const own = element.lookup(key('A'))
  if (own instanceof PDFArray)
    return Array.from({ length: own.size() }, (_, at) => own.lookup(at)).filter(each => each !== undefined) as PDFDict[]
  return own ? [own as PDFDict] : []
}
