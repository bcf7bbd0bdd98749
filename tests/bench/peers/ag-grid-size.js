export { AllCommunityModule, createGrid, ModuleRegistry, themeQuartz } from 'ag-grid-community';
