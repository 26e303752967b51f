/** Ends are told apart by letters, on cards and in the guide, since turns have numbers. */
export const endLetter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index)
