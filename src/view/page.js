// Brings a passage into view beside the line that opened it, lights up all its pieces, and leads back with Escape.
'use strict';
(() => {
  const pane = document.getElementById('sources');
  let opener = null;
  let height = null; // of the page when the link was followed

  const bring = (passage) => {
    if (getComputedStyle(pane).overflowY !== 'auto') {
      passage.scrollIntoView({ block: passage.tagName === 'MARK' ? 'center' : 'start' });
      return;
    }
    const above = passage.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += above - (passage.tagName === 'MARK' ? pane.clientHeight / 3 : 24);
    if (height !== null) scrollTo(scrollX, height);
    height = null;
  };

  const show = () => {
    for (const lit of document.querySelectorAll('mark.lit')) lit.classList.remove('lit');
    const id = decodeURIComponent(location.hash.slice(1));
    const passage = id && document.getElementById(id);
    if (!passage || !pane.contains(passage)) return;
    for (const piece of document.getElementsByClassName(id)) piece.classList.add('lit');
    passage.classList.toggle('lit', passage.tagName === 'MARK');
    passage.tabIndex = -1;
    passage.focus({ preventScroll: true });
    bring(passage);
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || pane.contains(link)) return;
    opener = link;
    height = scrollY;
    if (link.hash === location.hash) show();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !opener) return;
    opener.focus();
  });
  addEventListener('hashchange', show);
  show();
})();
