/** Runs in the head before anything is painted, so that no page flashes in the wrong theme. */
export const THEME_SCRIPT = `try{var c=JSON.parse(localStorage.getItem('candor.theme')||'"system"')}catch(e){c='system'}
document.documentElement.dataset.theme=c==='dark'||c==='light'||c==='contrast'?c:matchMedia('(prefers-contrast: more)').matches?'contrast':matchMedia('(prefers-color-scheme: light)').matches?'light':'dark'`;
