import '../../components/look/page-fonts.css'
import '../../components/look/tokens.css'
import '../../components/look/controls.css'
import './room.css'
