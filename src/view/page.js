// Lights up a passage that stands in several elements, and leads back with Escape to the line that opened it.
'use strict';
(() => {
  let opener = null;
  const show = () => {
    for (const lit of document.querySelectorAll('mark.lit')) lit.classList.remove('lit');
    const id = decodeURIComponent(location.hash.slice(1));
    const passage = id && document.getElementById(id);
    if (!passage) return;
    for (const piece of document.getElementsByClassName(id)) piece.classList.add('lit');
    if (passage.tagName !== 'MARK') return;
    passage.classList.add('lit');
    passage.tabIndex = -1;
    passage.focus({ preventScroll: true });
    passage.scrollIntoView({ block: 'center' });
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    opener = link;
    if (link.hash === location.hash) show();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !opener) return;
    opener.focus();
    opener.scrollIntoView({ block: 'center' });
  });
  addEventListener('hashchange', show);
  show();
})();
