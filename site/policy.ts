/**
 * What a page of the site may do: nothing that does not come from its own folder, and nothing inline. It stands in
 * every page, since static hosts send no headers; our own server sends it as well.
 */
export const POLICY = 'default-src \'self\'; img-src \'self\' data:; object-src \'none\'; base-uri \'none\'; form-action \'none\''
/** Slidev sets styles on elements; its folder alone may have that. */
export const DECK_POLICY = `${POLICY}; style-src 'self' 'unsafe-inline'`
