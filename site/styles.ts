import './fonts.css'
import '../components/look/controls.css'
import '../components/look/paper.css'
import './site.css'
