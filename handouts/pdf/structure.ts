import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFNull, PDFNumber, PDFRef } from '@cantoo/pdf-lib'

import { dictAt, key, nameAt, numberAt, treeEntries } from './objects'

/** Where a content stream is: its number in the parent tree, its page, and itself when it is a form. */
export interface Place {
  parents: number
  page: PDFRef
  form?: PDFRef
}

/** The structure tree of a tagged PDF (ISO 32000-1, 14.7). */
export class Structure {
  readonly doc: PDFDocument
  readonly root: PDFDict
  /** In reading order. */
  readonly elements = new Map<PDFRef, PDFDict>()
  /** StructParents → the owner of each MCID, or StructParent → the one owner. */
  readonly parents: Map<number, PDFObject>

  constructor(doc: PDFDocument) {
    this.doc = doc
    const root = dictAt(doc.catalog, 'StructTreeRoot')
    if (!root) throw new Error('The PDF has no structure tree: print it with `tagged: true`.')
    this.root = root
    this.parents = new Map(
      treeEntries(dictAt(root, 'ParentTree'), 'Nums').flatMap(([number, value]) =>
        number instanceof PDFNumber ? [[number.asNumber(), value]] : [],
      ),
    )
    this.#collect(root)
  }

  #collect(parent: PDFDict): void {
    for (const kid of kidsOf(parent)) {
      const element = kid instanceof PDFRef && !this.elements.has(kid) ? this.doc.context.lookup(kid) : undefined
      if (kid instanceof PDFRef && isElement(element)) {
        this.elements.set(kid, element)
        this.#collect(element)
      }
    }
  }

  ownersIn(place: Place): PDFArray | undefined {
    const value = this.parents.get(place.parents)
    const array = value instanceof PDFRef ? this.doc.context.lookup(value) : value
    return array instanceof PDFArray ? array : undefined
  }

  ownerOf(place: Place, mcid: number): PDFDict | undefined {
    const owners = this.ownersIn(place)
    const owner = owners && mcid < owners.size() ? owners.lookup(mcid) : undefined
    return isElement(owner) ? owner : undefined
  }

  /** An element with those around it, inside out. */
  *lineage(element: PDFDict): Generator<PDFDict> {
    for (let at: PDFDict | undefined = element; at && at !== this.root; at = dictAt(at, 'P')) yield at
  }

  /** Takes one marked-content sequence out of the tree, and the elements that it leaves empty. */
  release(place: Place, mcid: number): void {
    const owner = this.ownerOf(place, mcid)!
    setKids(
      owner,
      kidsOf(owner).filter(kid => !isContent(kid, owner, place, mcid)),
    )
    this.ownersIn(place)!.set(mcid, PDFNull)
    for (const element of [...this.lineage(owner)]) {
      const parent = dictAt(element, 'P')
      if (kidsOf(element).length > 0 || nameAt(element, 'S') !== 'NonStruct' || !parent) break
      setKids(
        parent,
        kidsOf(parent).filter(kid => !(kid instanceof PDFRef) || this.elements.get(kid) !== element),
      )
    }
  }

  writeParents(): void {
    const { context } = this.doc
    const numbers = [...this.parents].toSorted(([a], [b]) => a - b)
    this.root.set(key('ParentTree'), context.register(context.obj({ Nums: numbers.flat() })))
  }
}

export const isElement = (value: PDFObject | undefined): value is PDFDict =>
  value instanceof PDFDict && value.has(key('S'))

/** A kid is a reference to an element, an MCID, or a dictionary that names content or an annotation. */
export function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.lookup(key('K'))
  if (kids instanceof PDFArray) return kids.asArray()
  return kids === undefined ? [] : [element.get(key('K'))!]
}

export function setKids(element: PDFDict, kids: PDFObject[]): void {
  if (kids.length === 0) element.delete(key('K'))
  else element.set(key('K'), kids.length === 1 ? kids[0]! : element.context.obj(kids))
}

function isContent(kid: PDFObject, owner: PDFDict, place: Place, mcid: number): boolean {
  const page = owner.get(key('Pg'))
  if (kid instanceof PDFNumber) return kid.asNumber() === mcid && page === place.page && !place.form
  return (
    kid instanceof PDFDict &&
    numberAt(kid, 'MCID') === mcid &&
    kid.get(key('Stm')) === place.form &&
    (kid.get(key('Pg')) ?? page) === place.page
  )
}
