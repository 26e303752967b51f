declare module 'virtual:workshop' {
  export const workshop: import('./setup/deck').DeckWorkshop
}
