document.body.textContent = 'A page for the tests';
