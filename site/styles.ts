import '../components/look/page-fonts.css'
import '../components/look/controls.css'
import '../components/look/paper.css'
import './site.css'

/** What one kind of exercise alone needs on paper, from its folder: pages are printed too. */
import.meta.glob(['../components/exercises/*/paper.css', '!../components/exercises/_*/**'], { eager: true })
