/** The steps that come after the first names, in one piece that is loaded when they are near. */
export { default as MapKeep } from './MapKeep.vue'
export { default as MapReading } from './MapReading.vue'
export { default as MapTies } from './MapTies.vue'
export { default as MapView } from './MapView.vue'
export { default as MapWhatIf } from './MapWhatIf.vue'
