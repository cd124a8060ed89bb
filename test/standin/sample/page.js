window.news = [];
window.stopListening = window.sample.listen((news) => {
  window.news.push(news);
  document.querySelector('[role=status]').textContent = JSON.stringify(news);
});
