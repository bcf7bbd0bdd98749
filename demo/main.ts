import './host/host.css';
import './host/app.js';
